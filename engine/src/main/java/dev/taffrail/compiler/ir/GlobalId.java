package dev.taffrail.compiler.ir;

/** A function, extension member or let: the module and the name in it. */
public record GlobalId(String module, String name) {
  @Override
  public String toString() {
    return module + "." + name;
  }
}
