package dev.stint.runtime;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value on its way from one tasklet to another: a message, a capture or a result. It has been
 * copied out of the sender's reach, and is opened in the class loader of whoever gets it.
 */
final class Parcel {
  private final @Nullable Object value;
  private final @Nullable JobSide side;
  private final byte @Nullable [] image;
  private final boolean thrown;

  private Parcel(
      @Nullable Object value, @Nullable JobSide side, byte @Nullable [] image, boolean thrown) {
    this.value = value;
    this.side = side;
    this.image = image;
    this.thrown = thrown;
  }

  /**
   * Packs a value, copying what could be changed.
   *
   * @throws RuntimeException if it holds something that cannot be handed over; the message is for
   *     the user
   */
  static Parcel of(@Nullable Object value, JobSide side) {
    return pack(value, side, false);
  }

  /** Packs an exception, which the receiver is to throw. */
  static Parcel thrown(Throwable throwable, JobSide side) {
    return pack(throwable, side, true);
  }

  /** A parcel that came as bytes. */
  static Parcel ofImage(byte[] image, boolean thrown) {
    return new Parcel(null, null, image, thrown);
  }

  private static Parcel pack(@Nullable Object value, JobSide side, boolean thrown) {
    if (value == null || side.isForAnySide(value)) {
      return new Parcel(value, null, null, thrown);
    }
    return new Parcel(side.copy(value, "value"), side, null, thrown);
  }

  /** Whether the receiver is to throw what is in it. */
  boolean isThrown() {
    return thrown;
  }

  /** The value, for the only receiver there is. */
  @Nullable Object open(JobSide receiver) {
    if (image != null) {
      return receiver.decode(image);
    }
    if (side == null || side == receiver) {
      return value;
    }
    return receiver.decode(side.encode(value));
  }

  /** The value, leaving the parcel as it is for others. */
  @Nullable Object openCopy(JobSide receiver) {
    Object opened = open(receiver);
    return side == receiver && opened != null ? receiver.copy(opened, "value") : opened;
  }

  /**
   * The parcel as an image, as {@link #toImage}. If that could fail, it does so now; otherwise the
   * image is made when it is asked for.
   */
  Supplier<byte[]> imageFor(JobSide any) {
    if (image == null && side == null) {
      return () -> toImage(any);
    }
    byte[] made = toImage(any);
    return () -> made;
  }

  /** The parcel as an image; {@code any} encodes values that belong to no side. */
  byte[] toImage(JobSide any) {
    if (image != null) {
      return image;
    }
    return (side == null ? any : side).encode(value);
  }
}
