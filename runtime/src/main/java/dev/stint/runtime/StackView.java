package dev.stint.runtime;

import java.util.List;

/**
 * The Java stack of a tasklet that is not on a carrier, as its author wrote it.
 *
 * @param frames innermost first
 */
public record StackView(CellId cell, List<FrameView> frames) {
  public StackView {
    frames = List.copyOf(frames);
  }

  /**
   * One activation.
   *
   * @param locals what its suspension point has saved; values shown shortened
   */
  public record FrameView(StackTraceElement at, List<LocalView> locals) {
    public FrameView {
      locals = List.copyOf(locals);
    }
  }

  /** A saved variable. */
  public record LocalView(String name, String type, String value) {}
}
