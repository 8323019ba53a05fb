package dev.stint;

/**
 * The tasklet holds something that cannot be serialized, so it cannot move; the message names the
 * path of fields that leads to it.
 */
public final class AnchoredException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String path;

  public AnchoredException(String path, String message) {
    super(message);
    this.path = path;
  }

  /**
   * The path of locals and fields that leads to the culprit, for example {@code main.in.socket}.
   */
  public String path() {
    return path;
  }
}
