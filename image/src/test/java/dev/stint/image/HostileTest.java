package dev.stint.image;

import static dev.stint.image.Trips.CODEC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.stint.image.kryo.ByteSink;
import java.time.Duration;
import java.util.*;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class HostileTest {
  record Point(int x, long y) {}

  static final class Holder {
    Object[] parts;
    Holder self = this;
    double d = 2;
  }

  private static Object sample() {
    Holder holder = new Holder();
    List<Object> cycle = new ArrayList<>();
    cycle.add(new Object[] {cycle, new Point(1, 2)});
    holder.parts =
        new Object[] {
          "text \u65e5",
          1,
          2L,
          3.0,
          new int[] {1, 2, 3},
          new long[2],
          new byte[5],
          Map.of("a", 1),
          new HashMap<>(Map.of("b", 2)),
          new TreeMap<>(Map.of("c", 3)),
          cycle,
          new Point(3, 4),
          new BitSet(70),
          new Random(3),
          new StringBuilder("x"),
          EnumSet.allOf(Thread.State.class),
          new ConcurrentHashMap<>(Map.of("d", 4)),
          new IllegalStateException("e"),
          String.class,
          (Comparator<String> & java.io.Serializable) (a, b) -> a.compareTo(b),
          Optional.of("f"),
          new java.math.BigDecimal("1.5"),
          java.time.Instant.EPOCH,
          new PriorityQueue<>(List.of(1)),
        };
    return holder;
  }

  @Test
  void everyTruncationIsOneClearError() {
    byte[] image = CODEC.encode(sample());
    for (int length = 0; length < image.length; length++) {
      byte[] cut = Arrays.copyOf(image, length);
      assertThatThrownBy(() -> CODEC.decode(cut))
          .as("cut to %d of %d bytes", length, image.length)
          .isInstanceOf(ImageFormatException.class)
          .hasMessageNotContaining("null pointer");
    }
  }

  @Test
  void randomFlipsGiveAnObjectOrOneClearError() {
    byte[] image = CODEC.encode(sample());
    long seed = 20261122;
    Random random = new Random(seed);
    for (int round = 0; round < 20_000; round++) {
      byte[] damaged = image.clone();
      int flips = 1 + random.nextInt(3);
      for (int i = 0; i < flips; i++) {
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      }
      try {
        CODEC.decode(damaged);
      } catch (ImageFormatException | ImageMismatchException e) {
        assertThat(e.getMessage()).as("seed %d round %d", seed, round).isNotBlank();
      }
    }
  }

  /** All in one bucket, which therefore becomes a tree. */
  record Crowded(int number) {
    @Override
    public int hashCode() {
      return 5;
    }
  }

  @Test
  void aTreeInAHashTableIsNeverACircle() {
    Map<Crowded, Integer> crowd = new HashMap<>(64);
    for (int i = 0; i < 12; i++) {
      crowd.put(new Crowded(i), i);
    }
    byte[] image = CODEC.encode(crowd);
    for (int at = 0; at < image.length; at++) {
      for (int value = 0; value <= crowd.size(); value++) {
        byte[] damaged = image.clone();
        damaged[at] = (byte) value;
        assertTimeoutPreemptively(
            Duration.ofSeconds(20), () -> lookUp(damaged), "byte " + at + " made " + value);
      }
    }
  }

  private static void lookUp(byte[] image) {
    try {
      if (CODEC.decode(image) instanceof Map<?, ?> map) {
        int found = 0;
        for (int i = 0; i < 128; i++) {
          found += map.containsKey(new Crowded(i)) ? 1 : 0;
        }
        assertThat(found).isLessThanOrEqualTo(map.size());
      }
    } catch (ImageFormatException | ImageMismatchException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  @Test
  void lengthsThatTheBytesCannotHoldAreRefusedBeforeAllocation() {
    for (int type : new int[] {12, 13, 14, 15, 60, 61, 62, 63, 65, 1, 70, 80, 90, 100, 102, 104}) {
      for (int kind = 0; kind < 2; kind++) {
        ByteSink out = new ByteSink();
        ImageHeader.NONE.write(out);
        out.unsigned(type << 1 << 2 | kind);
        for (int i = 0; i < 8; i++) {
          out.unsigned(Integer.MAX_VALUE - i);
        }
        assertThatThrownBy(() -> CODEC.decode(out.toBytes()))
            .as("type %d", type)
            .isInstanceOf(ImageFormatException.class);
      }
    }
  }

  @Test
  void manyEmptyShellsCannotPromiseMoreThanTheBytesLeft() {
    ByteSink out = new ByteSink();
    ImageHeader.NONE.write(out);
    for (int i = 0; i < 10_000; i++) {
      out.unsigned(12 << 1 << 2 | GraphEncoder.SHELL);
      out.unsigned(25_000);
      out.signed(0); // No hash by identity.
    }
    assertThatThrownBy(() -> CODEC.decode(out.toBytes()))
        .isInstanceOf(ImageFormatException.class)
        .hasMessageContaining("announces");
  }

  @Test
  void capacitiesBeyondTheLimitAreRefused() {
    ImageCodec strict =
        ImageCodec.forLoader(HostileTest.class.getClassLoader())
            .limits(new Limits(10, 1 << 16))
            .build();
    byte[] image = CODEC.encode(new HashMap<>(1 << 20));
    assertThatThrownBy(() -> strict.decode(image))
        .isInstanceOf(ImageFormatException.class)
        .hasMessageContaining("capacity");
    byte[] many = CODEC.encode(List.of("a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9", "aa"));
    assertThatThrownBy(() -> strict.decode(many))
        .isInstanceOf(ImageFormatException.class)
        .hasMessageContaining("limit");
  }

  @Test
  void onlyAllowedClassesAreLoaded() {
    ImageCodec strict =
        ImageCodec.forLoader(HostileTest.class.getClassLoader())
            .allowing(name -> !name.endsWith("Point"))
            .build();
    assertThatThrownBy(() -> strict.decode(CODEC.encode(new Point(1, 2))))
        .isInstanceOf(ImageFormatException.class)
        .hasMessageContaining("Point");
  }

  @Test
  void unknownClassesAreNamed() {
    ImageCodec elsewhere = ImageCodec.forLoader(ClassLoader.getPlatformClassLoader()).build();
    assertThatThrownBy(() -> elsewhere.decode(CODEC.encode(new Point(1, 2))))
        .isInstanceOf(ImageFormatException.class)
        .hasMessageContaining("HostileTest$Point");
  }
}
