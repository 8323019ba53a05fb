package dev.stint.cli;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Map;

/** A screen of some size that is looked at some times. */
final class FakeScreen implements Screen {
  private final boolean watched;
  private final int width;
  private final int height;
  private int looks;

  private FakeScreen(boolean watched, int width, int height, int looks) {
    this.watched = watched;
    this.width = width;
    this.height = height;
    this.looks = looks;
  }

  /** A terminal that somebody looks at so often. */
  static FakeScreen terminal(int width, int height, int looks) {
    return new FakeScreen(true, width, height, looks);
  }

  /** A file that is written to so often. */
  static FakeScreen file(int looks) {
    return new FakeScreen(false, 0, 0, looks);
  }

  /** What a command sees where it has no cluster and nobody watches. */
  static Shell shell() {
    return new Shell(
        System.out,
        System.err,
        new ByteArrayInputStream(new byte[0]),
        Map.of(),
        Screen.NONE,
        address -> {
          throw new AssertionError("no cluster is asked");
        });
  }

  @Override
  public boolean watched() {
    return watched;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int height() {
    return height;
  }

  @Override
  public boolean pause(Duration time) {
    return --looks > 0;
  }
}
