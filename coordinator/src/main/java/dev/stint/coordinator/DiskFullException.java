package dev.stint.coordinator;

import java.io.IOException;

/** There is no room on the disk; the message is for users and says what to do. */
public final class DiskFullException extends IOException {
  private static final long serialVersionUID = 1;

  /** The disk under a folder is full. */
  public DiskFullException(String place) {
    super(
        "the disk under "
            + place
            + " is full: nothing new is accepted; free space and restart the coordinator");
  }
}
