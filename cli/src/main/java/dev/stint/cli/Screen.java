package dev.stint.cli;

import java.time.Duration;

/** What shows a command's output. Implementations are used by one thread. */
interface Screen {
  /** Whether a person watches. */
  boolean watched();

  /** Columns now; 0 where lines may have any length. */
  int width();

  /** Lines now; 0 where there may be any number. */
  int height();

  /**
   * Waits before something is shown anew.
   *
   * @return whether to go on
   */
  boolean pause(Duration time);

  /** Where nobody watches: lines of any length, once. */
  Screen NONE =
      new Screen() {
        @Override
        public boolean watched() {
          return false;
        }

        @Override
        public int width() {
          return 0;
        }

        @Override
        public int height() {
          return 0;
        }

        @Override
        public boolean pause(Duration time) {
          return false;
        }
      };
}
