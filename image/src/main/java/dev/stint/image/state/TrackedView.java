package dev.stint.image.state;

/** A view that remembers what it shows. */
public interface TrackedView {
  /** The collection or map shown. */
  Object owner();

  /** The JDK's own view. */
  Object real();

  /** This view as data. */
  ViewState state();
}
