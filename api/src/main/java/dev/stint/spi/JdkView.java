package dev.stint.spi;

/** A view of a collection of the JDK that stands in for the JDK's own, so that it can travel. */
public interface JdkView {
  /** The collection or map shown. */
  Object owner();

  /** The JDK's own view. */
  Object real();
}
