package dev.stint.image;

import dev.stint.image.state.InGate;
import dev.stint.image.state.Making;
import dev.stint.image.state.OutGate;
import dev.stint.image.state.ReaderGate;
import dev.stint.image.state.Sinks;
import dev.stint.image.state.Sources;
import dev.stint.image.state.TrackedDataOutput;
import dev.stint.image.state.TrackedInputStreamReader;
import dev.stint.image.state.WriterGate;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.Flushable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** Codecs of JDK readers, writers and streams over others, whose making was remembered. */
final class SourceTypes {
  private SourceTypes() {}

  static void register(TypeTable.Registrar to) {
    gates(to);
    readers(to);
    writers(to);
    unbuffered(to);
  }

  private static void gates(TypeTable.Registrar to) {
    to.add(
        170,
        InGate.class,
        new ValueCodec<InGate>(
            (v, out) -> {
              out.writeRef(v.source());
              out.writeBoolean(v.isBytewise());
              out.writeBytes(v.ahead());
            },
            in -> new InGate(in.readRef(InputStream.class), in.readBoolean(), in.readBytes())));
    to.add(
        171,
        ReaderGate.class,
        new ValueCodec<ReaderGate>(
            (v, out) -> {
              out.writeRef(v.source());
              out.writeText(v.ahead());
            },
            in -> new ReaderGate(in.readRef(Reader.class), in.readSomeText())));
    to.add(
        172,
        OutGate.class,
        new ValueCodec<OutGate>(
            (v, out) -> {
              out.writeRef(v.target());
              out.writeBytes(v.held());
            },
            in -> new OutGate(in.readRef(OutputStream.class), in.readBytes())));
    to.add(
        173,
        WriterGate.class,
        new ValueCodec<WriterGate>(
            (v, out) -> {
              out.writeRef(v.target());
              out.writeText(v.held());
            },
            in -> new WriterGate(in.readRef(Writer.class), in.readSomeText())));
  }

  private static void readers(TypeTable.Registrar to) {
    to.add(
        174,
        BufferedReader.class,
        source(
            (v, out) -> {
              Making making = making(v);
              ReaderGate gate = part(making, 0, ReaderGate.class);
              // What is read ahead goes first, so that the reader need not be drained again.
              String ahead = closedAsNull(() -> Sources.ahead(v, gate));
              out.writeRef(gate.source());
              out.writeText(ahead == null ? null : ahead + gate.ahead());
              out.writeCount(part(making, 1, Integer.class));
            },
            in -> {
              Reader source = in.readRef(Reader.class);
              String ahead = in.readText();
              ReaderGate gate = new ReaderGate(source, ahead == null ? "" : ahead);
              int size = bufferSize(in);
              BufferedReader reader = Making.remember(new BufferedReader(gate, size), gate, size);
              return ahead == null ? closed(reader) : reader;
            }));
    to.add(
        175,
        BufferedInputStream.class,
        source(
            (v, out) -> {
              Making making = making(v);
              InGate gate = part(making, 0, InGate.class);
              byte[] ahead = closedAsNull(() -> Sources.ahead(v, gate));
              out.writeRef(gate.source());
              out.writeBoolean(ahead == null);
              out.writeBytes(ahead == null ? new byte[0] : join(ahead, gate.ahead()));
              out.writeCount(part(making, 1, Integer.class));
            },
            in -> {
              InputStream source = in.readRef(InputStream.class);
              boolean closed = in.readBoolean();
              InGate gate = new InGate(source, false, in.readBytes());
              int size = bufferSize(in);
              BufferedInputStream stream =
                  Making.remember(new BufferedInputStream(gate, size), gate, size);
              return closed ? closed(stream) : stream;
            }));
    to.add(
        176,
        TrackedInputStreamReader.class,
        source(
            (v, out) -> {
              out.writeRef(v.gate());
              out.writeText(v.charset().name());
              out.writeInt(v.held());
              out.writeBoolean(v.getEncoding() == null);
            },
            in -> {
              InGate gate = in.readRef(InGate.class);
              Charset charset = Charset.forName(in.readSomeText());
              TrackedInputStreamReader reader =
                  new TrackedInputStreamReader(gate, charset, in.readInt());
              return in.readBoolean() ? closed(reader) : reader;
            }));
  }

  private static void writers(TypeTable.Registrar to) {
    to.add(
        177,
        BufferedWriter.class,
        source(
            (v, out) -> writeSettled(v, WriterGate.class, Integer.class, out),
            in -> {
              WriterGate gate = in.readRef(WriterGate.class);
              int size = in.readRef(Integer.class);
              return Making.remember(new BufferedWriter(gate, checked(in, size)), gate, size);
            }));
    to.add(
        178,
        BufferedOutputStream.class,
        source(
            (v, out) -> writeSettled(v, OutGate.class, Integer.class, out),
            in -> {
              OutGate gate = in.readRef(OutGate.class);
              int size = in.readRef(Integer.class);
              return Making.remember(new BufferedOutputStream(gate, checked(in, size)), gate, size);
            }));
    to.add(
        179,
        OutputStreamWriter.class,
        source(
            (v, out) -> writeSettled(v, OutGate.class, Charset.class, out),
            in -> {
              OutGate gate = in.readRef(OutGate.class);
              Charset charset = in.readRef(Charset.class);
              return Making.remember(new OutputStreamWriter(gate, charset), gate, charset);
            }));
    to.add(
        180,
        PrintWriter.class,
        source(
            (v, out) -> {
              Making making = making(v);
              out.writeRef(part(making, 0, Writer.class));
              out.writeBoolean(part(making, 1, Boolean.class));
            },
            in -> Sinks.printWriter(in.readRef(Writer.class), in.readBoolean())));
    to.add(
        181,
        PrintStream.class,
        source(
            (v, out) -> {
              Making making = making(v);
              out.writeRef(part(making, 0, OutputStream.class));
              out.writeBoolean(part(making, 1, Boolean.class));
              out.writeText(part(making, 2, Charset.class).name());
            },
            in ->
                Sinks.printStream(
                    in.readRef(OutputStream.class),
                    in.readBoolean(),
                    Charset.forName(in.readSomeText()))));
  }

  private static void unbuffered(TypeTable.Registrar to) {
    to.add(
        182,
        DataInputStream.class,
        source(
            (v, out) -> out.writeRef(part(making(v), 0, InputStream.class)),
            in -> Sources.dataInputStream(in.readRef(InputStream.class))));
    to.add(
        183,
        TrackedDataOutput.class,
        source(
            (v, out) -> {
              out.writeRef(v.target());
              out.writeCount(v.size());
            },
            in -> new TrackedDataOutput(in.readRef(OutputStream.class), in.readCount())));
  }

  private static <T extends Flushable & Closeable> void writeSettled(
      T buffering, Class<?> gateType, Class<?> otherType, ImageOutput out) {
    Making making = making(buffering);
    Object gate = part(making, 0, gateType);
    closedAsNull(() -> {
      Sinks.settle(buffering, gate);
      return gate;
    });
    out.writeRef(gate);
    out.writeRef(part(making, 1, otherType));
  }

  private static int bufferSize(ImageInput in) {
    return checked(in, in.readCount());
  }

  private static int checked(ImageInput in, int size) {
    in.reserve(2L * size);
    return size;
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] all = java.util.Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  private static <T> ValueCodec<T> source(
      java.util.function.BiConsumer<T, ImageOutput> writer,
      java.util.function.Function<ImageInput, T> reader) {
    return new ValueCodec<>(writer, reader, index -> PathSegment.field("in"));
  }

  static Making making(Object object) {
    Making making = Making.of(object);
    if (making == null) {
      throw Anchors.held(
          object,
          "it was made by code of the JDK, and does not show what it reads or writes. Make it in the"
              + " program itself");
    }
    return making;
  }

  static <T> T part(Making making, int index, Class<T> type) {
    return type.cast(java.util.Objects.requireNonNull(making.part(index)));
  }

  /** An operation of a stream. */
  private interface Attempt<T> {
    T run() throws IOException;
  }

  private static <T> @Nullable T closedAsNull(Attempt<T> attempt) {
    try {
      return attempt.run();
    } catch (IOException e) {
      return null;
    }
  }

  private static <T extends Closeable> T closed(T source) {
    try {
      source.close();
      return source;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
