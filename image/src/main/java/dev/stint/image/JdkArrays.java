package dev.stint.image;

import dev.stint.image.state.Making;
import dev.stint.image.state.Sources;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Codecs of arrays of primitives, and of buffers over them. */
final class JdkArrays {
  private JdkArrays() {}

  static void register(TypeTable.Registrar to) {
    to.add(12, Object[].class, new ArrayCodec());
    to.add(13, String[].class, new ArrayCodec());
    array(
        to,
        14,
        byte[].class,
        new ValueCodec<byte[]>((v, out) -> out.writeBytes(v), ImageInput::readBytes));
    array(
        to,
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
    otherBuffers(to);
  }

  private static <T> void array(
      TypeTable.Registrar to, int id, Class<T> type, ValueCodec<T> codec) {
    to.add(id, type, new PrimitiveArrayCodec<>(codec));
  }

  private static void longs(TypeTable.Registrar to) {
    array(
        to,
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
    array(
        to,
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
    array(
        to,
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
    array(
        to,
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
    array(
        to,
        64,
        char[].class,
        new ValueCodec<char[]>(
            (v, out) -> out.writeText(new String(v)), in -> in.readSomeText().toCharArray()));
    array(
        to,
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
    BufferState.write(buffer, shared ? buffer.arrayOffset() : 0, out);
    out.writeBoolean(buffer.order() == ByteOrder.BIG_ENDIAN);
  }

  private static ByteBuffer readBuffer(ImageInput in) {
    byte[] array = in.readRef(byte[].class);
    boolean shared = in.readBoolean();
    BufferState state = BufferState.read(in);
    ByteBuffer buffer = ByteBuffer.wrap(array, state.offset(), state.capacity()).slice();
    if (!shared) {
      buffer = buffer.asReadOnlyBuffer();
    }
    state.applyTo(buffer);
    return buffer.order(in.readBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
  }

  private static void otherBuffers(TypeTable.Registrar to) {
    buffer(
        to,
        67,
        CharBuffer.class,
        char[].class,
        (a, s) -> wrap(CharBuffer.wrap(a), s),
        Sources::asCharBuffer);
    buffer(
        to,
        68,
        IntBuffer.class,
        int[].class,
        (a, s) -> wrap(IntBuffer.wrap(a), s),
        Sources::asIntBuffer);
    buffer(
        to,
        69,
        LongBuffer.class,
        long[].class,
        (a, s) -> wrap(LongBuffer.wrap(a), s),
        Sources::asLongBuffer);
    buffer(
        to,
        300,
        DoubleBuffer.class,
        double[].class,
        (a, s) -> wrap(DoubleBuffer.wrap(a), s),
        Sources::asDoubleBuffer);
    buffer(
        to,
        301,
        FloatBuffer.class,
        float[].class,
        (a, s) -> wrap(FloatBuffer.wrap(a), s),
        Sources::asFloatBuffer);
    buffer(
        to,
        302,
        ShortBuffer.class,
        short[].class,
        (a, s) -> wrap(ShortBuffer.wrap(a), s),
        Sources::asShortBuffer);
  }

  private static <A, B extends Buffer> void buffer(
      TypeTable.Registrar to,
      int id,
      Class<B> type,
      Class<A> arrayType,
      BiFunction<A, BufferState, Buffer> wrap,
      Function<ByteBuffer, Buffer> view) {
    to.add(
        id,
        type,
        new ValueCodec<Buffer>(
            (v, out) -> {
              if (v.hasArray()) {
                out.writeRef(v.array());
                BufferState.write(v, v.arrayOffset(), out);
              } else {
                out.writeRef(bytesOf(v));
                BufferState.write(v, 0, out);
              }
            },
            in -> {
              Object whole = in.readRef(Object.class);
              BufferState state = BufferState.read(in);
              return whole instanceof ByteBuffer bytes
                  ? positioned(view.apply(bytes), state)
                  : wrap.apply(arrayType.cast(whole), state);
            }));
  }

  /** The bytes that a view shows. */
  private static Object bytesOf(Buffer view) {
    Making making = Making.of(view);
    if (making == null) {
      throw Anchors.held(
          view, "it does not show whose bytes it views. Make it in the program itself");
    }
    return SourceTypes.part(making, 0, ByteBuffer.class);
  }

  private static Buffer positioned(Buffer buffer, BufferState state) {
    state.applyTo(buffer);
    return buffer;
  }

  /** The part of the array that the buffer shows, with its position. */
  private static Buffer wrap(Buffer whole, BufferState state) {
    whole.position(state.offset()).limit(state.offset() + state.capacity());
    return positioned(whole.slice(), state);
  }
}
