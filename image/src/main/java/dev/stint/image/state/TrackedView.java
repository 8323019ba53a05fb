package dev.stint.image.state;

import dev.stint.spi.JdkView;

/** A view that remembers what it shows. */
public interface TrackedView extends JdkView {
  /** This view as data. */
  ViewState state();
}
