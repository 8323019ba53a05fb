package dev.stint.abi;

/** The version of the binary interface between generated code and the runtime. */
public final class Abi {
  public static final int VERSION = 2;

  private Abi() {}
}
