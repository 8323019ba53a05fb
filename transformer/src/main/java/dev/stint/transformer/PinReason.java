package dev.stint.transformer;

/** Why a place in transformed code cannot be unwound. */
public enum PinReason {
  MONITOR("a monitor is held"),
  SYNCHRONIZED_METHOD("the method is synchronized"),
  CONSTRUCTOR("a constructor runs"),
  CLASS_INITIALIZER("a class initializer runs"),
  TOO_MANY_PARAMETERS("the method has no parameter slot left for the context"),
  TOO_MANY_LIVE_VALUES("more values are live than one frame can take"),
  TOO_LARGE("the method would outgrow a class file's limit of 64 KB"),
  OLD_CLASS_FILE("the class file is too old to carry type information"),
  INACCESSIBLE_TYPE("a live value has a type that this class may not name"),
  NOT_TRANSFORMED("the class could not be transformed");

  private final String text;

  PinReason(String text) {
    this.text = text;
  }

  /** The reason as a clause for people. */
  public String text() {
    return text;
  }
}
