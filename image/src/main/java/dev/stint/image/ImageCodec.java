package dev.stint.image;

import dev.stint.image.kryo.ByteSink;
import dev.stint.image.kryo.ByteSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Turns an object graph into an image and back: captures, results, and the frames of tasklets.
 *
 * <p>Each codec belongs to one class loader, in which it finds the job's classes. It keeps identity
 * and cycles, runs no constructor of the job but those of records, and needs no stack in proportion
 * to the graph. Safe for use by many threads at once, as long as nobody changes the graph
 * meanwhile.
 */
public final class ImageCodec {
  private final ImageHeader header;
  private final Limits limits;
  private final StaticConstants constants;
  private final TypeTable types;
  private final Immutability immutability;

  private ImageCodec(Builder builder) {
    header = builder.header;
    limits = builder.limits;
    constants = builder.constants;
    types =
        new TypeTable(
            builder.loader,
            List.copyOf(builder.extensions),
            builder.allowed,
            builder.lambdas,
            builder.constants,
            builder.traces);
    immutability =
        new Immutability(
            builder.extensions.stream()
                .filter(extension -> extension.number() >= 0)
                .<Class<?>>map(TypeTable.Extension::base)
                .toList());
  }

  /** A codec that finds the job's classes in {@code loader}. */
  public static Builder forLoader(ClassLoader loader) {
    return new Builder(loader);
  }

  /**
   * The image of everything that {@code root} leads to.
   *
   * @throws NotSerializableStateException if something in it cannot travel, with the path to it
   */
  public byte[] encode(@Nullable Object root) {
    return encode(root, "");
  }

  /**
   * As {@link #encode(Object)}.
   *
   * @param label what paths in messages call the root, for example {@code capture}
   */
  public byte[] encode(@Nullable Object root, String label) {
    return encode(root, label, null);
  }

  /**
   * The image of what goes to another tasklet: a capture, a message, a result. Objects that only
   * make sense when shared (locks, latches, atomics, concurrent collections, live futures) are
   * refused, since the other tasklet would have its own.
   *
   * @throws NotSerializableStateException if something in it cannot travel or be shared, with the
   *     path to it
   */
  public byte[] encodeIsolated(@Nullable Object root, String label) {
    return encode(root, label, new Isolation(null));
  }

  /**
   * What another tasklet in this JVM gets for {@code root}: a copy of all that can change, and the
   * very objects that cannot.
   *
   * @throws NotSerializableStateException as {@link #encodeIsolated}
   */
  @SuppressWarnings({"unchecked", "NullAway"}) // A copy is of its original's class, null of null.
  public <T extends @Nullable Object> T copy(T root, String label) {
    if (root == null || immutability.isImmutable(root)) {
      return root;
    }
    Isolation isolation = new Isolation(immutability);
    ByteSource in = new ByteSource(encode(root, label, isolation));
    ImageHeader.read(in);
    return (T) decode(in, isolation.shared());
  }

  /** Whether nobody can ever change this object, or anything that it leads to. */
  public boolean isImmutable(Object object) {
    return immutability.isImmutable(object);
  }

  private byte[] encode(@Nullable Object root, String label, @Nullable Isolation isolation) {
    ByteSink out = new ByteSink();
    header.write(out);
    new GraphEncoder(types, constants, isolation, out, label).encode(root);
    return out.toBytes();
  }

  /**
   * The object graph of an image.
   *
   * @throws ImageFormatException if the bytes are no image, damaged, or ask for too much
   * @throws ImageMismatchException if the image was made with another ABI or bundle
   */
  public @Nullable Object decode(byte[] image) {
    ByteSource in = new ByteSource(image);
    header.requireSame(ImageHeader.read(in));
    return decode(in, List.of());
  }

  private @Nullable Object decode(ByteSource in, List<Object> shared) {
    try {
      return new GraphDecoder(types, in, limits, shared).decode();
    } catch (ImageFormatException e) {
      throw e;
    } catch (RuntimeException | LinkageError e) {
      throw new ImageFormatException(
          "the image cannot be read at byte "
              + in.position()
              + ": it is damaged, or the job's own code failed while it was rebuilt ("
              + e
              + ")",
          e);
    }
  }

  /** Gathers what a codec knows beside the JDK's classes and plain classes of the job. */
  public static final class Builder {
    private final ClassLoader loader;
    private final List<TypeTable.Extension> extensions = new ArrayList<>();
    private ImageHeader header = ImageHeader.NONE;
    private Limits limits = Limits.ofHeap();
    private StaticConstants constants = StaticConstants.NONE;
    private LambdaResolver lambdas = (facts, captured, from) -> null;
    private Predicate<String> allowed = name -> true;
    private Function<Throwable, StackTraceElement[]> traces = Throwable::getStackTrace;

    private Builder(ClassLoader loader) {
      this.loader = loader;
    }

    /** What images are stamped with, and must be stamped with to be read. */
    public Builder header(ImageHeader newHeader) {
      header = newHeader;
      return this;
    }

    public Builder limits(Limits newLimits) {
      limits = newLimits;
      return this;
    }

    public Builder constants(StaticConstants newConstants) {
      constants = newConstants;
      return this;
    }

    public Builder lambdas(LambdaResolver newResolver) {
      lambdas = newResolver;
      return this;
    }

    /** Reads the stack trace that an exception takes along. */
    public Builder traces(Function<Throwable, StackTraceElement[]> reader) {
      traces = reader;
      return this;
    }

    /** Which classes, by binary name, an image may name; JDK classes with a number always may. */
    public Builder allowing(Predicate<String> names) {
      allowed = names;
      return this;
    }

    /**
     * Uses {@code codec} for {@code base} and all its subclasses, whose names images carry.
     *
     * @param family a number from 0, the same on both sides, that no other call uses
     */
    public <T> Builder hierarchy(int family, Class<T> base, ObjectCodec<? extends T> codec) {
      extensions.add(
          new TypeTable.Extension(-1, TypeBinding.FIRST_EXTENSION + family, base, untyped(codec)));
      return this;
    }

    /**
     * Uses {@code codec} for {@code base} and all its subclasses, without naming the class: sender
     * and receiver may have different implementations of {@code base}.
     *
     * @param number a number from 0, the same on both sides, that no other call uses
     */
    public <T> Builder numbered(int number, Class<T> base, ObjectCodec<? extends T> codec) {
      extensions.add(new TypeTable.Extension(number, 0, base, untyped(codec)));
      return this;
    }

    /** Lets something else travel in the place of {@code base} and its subclasses. */
    public <T> Builder substitute(int number, Class<T> base, Substitution<T> substitution) {
      return numbered(
          number,
          base,
          new ValueCodec<>(
              (value, out) -> out.writeRef(substitution.replace(value)),
              in -> substitution.resolve(in.readRef(Object.class))));
    }

    public ImageCodec build() {
      return new ImageCodec(this);
    }

    @SuppressWarnings("unchecked") // A codec only ever meets objects of the class it is put for.
    private static ObjectCodec<Object> untyped(ObjectCodec<?> codec) {
      return (ObjectCodec<Object>) codec;
    }
  }
}
