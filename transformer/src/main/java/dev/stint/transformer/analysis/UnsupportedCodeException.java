package dev.stint.transformer.analysis;

/** Code that is valid for a JVM but that the transformer leaves as it is. */
public final class UnsupportedCodeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnsupportedCodeException(String what) {
    super(what);
  }
}
