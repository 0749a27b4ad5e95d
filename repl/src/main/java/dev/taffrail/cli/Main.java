package dev.taffrail.cli;

/** Where the {@code taffrail} command starts. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.out.println("taffrail 0.1.0-SNAPSHOT");
  }
}
