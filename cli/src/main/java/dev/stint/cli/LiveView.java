package dev.stint.cli;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.PrintStream;
import java.util.List;

/**
 * Lines that stay, above a few that are drawn again and again. Where nobody watches, the latter are
 * left out.
 */
final class LiveView implements AutoCloseable {
  private static final String UP = "\033[%dA";
  private static final String CLEAR_BELOW = "\033[J";

  private final PrintStream out;
  private final boolean live;

  @GuardedBy("this")
  private List<String> block = List.of();

  /**
   * @param live whether {@code out} understands cursor movements
   */
  LiveView(PrintStream out, boolean live) {
    this.out = out;
    this.live = live;
  }

  /** Adds a line that stays. */
  synchronized void add(String line) {
    clear();
    out.println(line);
    draw();
  }

  /** Changes the lines below. */
  synchronized void show(List<String> lines) {
    clear();
    block = List.copyOf(lines);
    draw();
  }

  @GuardedBy("this")
  private void clear() {
    if (live && !block.isEmpty()) {
      out.printf(UP + CLEAR_BELOW, block.size());
    }
  }

  @GuardedBy("this")
  private void draw() {
    if (live) {
      block.forEach(out::println);
    }
    out.flush();
  }

  @Override
  public synchronized void close() {
    clear();
    block = List.of();
    out.flush();
  }
}
