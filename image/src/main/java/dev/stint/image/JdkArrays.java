package dev.stint.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Codecs of arrays of primitives, and of buffers over them. */
final class JdkArrays {
  private JdkArrays() {}

  static void register(TypeTable.Registrar to) {
    to.add(12, Object[].class, new ArrayCodec());
    to.add(13, String[].class, new ArrayCodec());
    to.add(
        14,
        byte[].class,
        new ValueCodec<byte[]>((v, out) -> out.writeBytes(v), ImageInput::readBytes));
    to.add(
        15,
        int[].class,
        new ValueCodec<int[]>(
            (v, out) -> {
              out.writeCount(v.length);
              for (int x : v) {
                out.writeFixedInt(x);
              }
            },
            in -> {
              int[] array = new int[in.readLength(Integer.BYTES)];
              for (int i = 0; i < array.length; i++) {
                array[i] = in.readFixedInt();
              }
              return array;
            }));
    longs(to);
    floats(to);
    smalls(to);
    to.add(66, ByteBuffer.class, new ValueCodec<>(JdkArrays::writeBuffer, JdkArrays::readBuffer));
  }

  private static void longs(TypeTable.Registrar to) {
    to.add(
        60,
        long[].class,
        new ValueCodec<long[]>(
            (v, out) -> {
              out.writeCount(v.length);
              for (long x : v) {
                out.writeFixedLong(x);
              }
            },
            in -> {
              long[] array = new long[in.readLength(Long.BYTES)];
              for (int i = 0; i < array.length; i++) {
                array[i] = in.readFixedLong();
              }
              return array;
            }));
    to.add(
        61,
        double[].class,
        new ValueCodec<double[]>(
            (v, out) -> {
              out.writeCount(v.length);
              for (double x : v) {
                out.writeDouble(x);
              }
            },
            in -> {
              double[] array = new double[in.readLength(Double.BYTES)];
              for (int i = 0; i < array.length; i++) {
                array[i] = in.readDouble();
              }
              return array;
            }));
  }

  private static void floats(TypeTable.Registrar to) {
    to.add(
        62,
        float[].class,
        new ValueCodec<float[]>(
            (v, out) -> {
              out.writeCount(v.length);
              for (float x : v) {
                out.writeFloat(x);
              }
            },
            in -> {
              float[] array = new float[in.readLength(Float.BYTES)];
              for (int i = 0; i < array.length; i++) {
                array[i] = in.readFloat();
              }
              return array;
            }));
  }

  private static void smalls(TypeTable.Registrar to) {
    to.add(
        63,
        boolean[].class,
        new ValueCodec<boolean[]>(
            (v, out) -> {
              out.writeCount(v.length);
              for (boolean x : v) {
                out.writeBoolean(x);
              }
            },
            in -> {
              boolean[] array = new boolean[in.readLength(1)];
              for (int i = 0; i < array.length; i++) {
                array[i] = in.readBoolean();
              }
              return array;
            }));
    to.add(
        64,
        char[].class,
        new ValueCodec<char[]>(
            (v, out) -> out.writeText(new String(v)), in -> in.readSomeText().toCharArray()));
    to.add(
        65,
        short[].class,
        new ValueCodec<short[]>(
            (v, out) -> {
              out.writeCount(v.length);
              for (short x : v) {
                out.writeInt(x);
              }
            },
            in -> {
              short[] array = new short[in.readLength(1)];
              for (int i = 0; i < array.length; i++) {
                array[i] = (short) in.readInt();
              }
              return array;
            }));
  }

  private static void writeBuffer(ByteBuffer buffer, ImageOutput out) {
    if (buffer.isDirect()) {
      throw Anchors.held(buffer, "native memory belongs to its process. Use ByteBuffer.allocate");
    }
    boolean shared = buffer.hasArray();
    byte[] array = shared ? buffer.array() : new byte[buffer.capacity()];
    if (!shared) {
      buffer.duplicate().clear().get(array);
    }
    out.writeRef(array);
    out.writeBoolean(shared);
    out.writeCount(shared ? buffer.arrayOffset() : 0);
    out.writeCount(buffer.capacity());
    out.writeCount(buffer.limit());
    out.writeCount(buffer.position());
    out.writeBoolean(buffer.order() == ByteOrder.BIG_ENDIAN);
  }

  private static ByteBuffer readBuffer(ImageInput in) {
    byte[] array = in.readRef(byte[].class);
    boolean shared = in.readBoolean();
    int offset = in.readCount();
    ByteBuffer buffer = ByteBuffer.wrap(array, offset, in.readCount()).slice();
    if (!shared) {
      buffer = buffer.asReadOnlyBuffer();
    }
    buffer.limit(in.readCount()).position(in.readCount());
    return buffer.order(in.readBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
  }
}
