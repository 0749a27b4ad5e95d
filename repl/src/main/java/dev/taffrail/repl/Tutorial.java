package dev.taffrail.repl;

/** Ten steps through the language. */
public final class Tutorial {
  public static final Tutorial NONE = new Tutorial();

  private Tutorial() {}

  public static Response command(ReplSession session, String words) {
    return Response.said("not yet\n");
  }

  Response after(String input, Response response, ReplSession session) {
    return response;
  }
}
