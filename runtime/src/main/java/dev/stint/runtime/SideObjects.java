package dev.stint.runtime;

import dev.stint.abi.Abi;
import dev.stint.abi.Frame;
import dev.stint.image.ImageCodec;
import dev.stint.image.ImageHeader;
import dev.stint.image.LambdaFacts;
import dev.stint.image.NotSerializableStateException;
import dev.stint.image.StaticConstants;
import dev.stint.image.Substitution;
import dev.stint.transformer.LambdaNames;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The objects of one class loader as images. Handles travel as names, streams as markers. */
final class SideObjects implements ObjectPort {
  private static final int FRAMES = 0;
  private static final int CHANNELS = 0;
  private static final int TASKLETS = 1;
  private static final int PRINT_STREAMS = 2;
  private static final int INPUT_STREAM = 3;
  private static final int THREAD_LOCALS = 4;
  private static final int STATIC_FIELDS = 5;
  private static final int SHARED_MAPS = 20;

  private final ImageHeader header;
  private final ImageCodec codec;

  /** For what a client has encoded, which knows nothing of bundles and generated code. */
  private final ImageCodec clients;

  /**
   * @param known the constants that are named by their place, given what tells the immutable
   */
  SideObjects(
      ResidentJob job,
      JobClassLoader loader,
      String digest,
      Function<Predicate<Object>, StaticConstants> known) {
    StaticConstants constants = known.apply(this::isImmutable);
    header = new ImageHeader(Abi.VERSION, digest);
    codec = codec(job, loader, header, constants);
    clients = codec(job, loader, ImageHeader.NONE, constants);
  }

  private static ImageCodec codec(
      ResidentJob job, JobClassLoader loader, ImageHeader header, StaticConstants constants) {
    JobEnvironment environment = job.environment();
    return handles(job, ImageCodec.forLoader(loader))
        .header(header)
        .constants(constants)
        .lambdas(SideObjects::lambda)
        .traces(StackTraces::travelling)
        .hierarchy(FRAMES, Frame.class, new FrameCodec())
        .substitute(
            PRINT_STREAMS, JobPrintStream.class, by(JobPrintStream::isError, environment::standard))
        .substitute(
            INPUT_STREAM, JobInputStream.class, by(s -> "in", s -> environment.standardIn()))
        .build();
  }

  @SuppressWarnings("rawtypes") // Handles are handles, whatever they are of.
  private static ImageCodec.Builder handles(ResidentJob job, ImageCodec.Builder builder) {
    Substitution<ChannelHandle> channels = by(ChannelHandle::id, ChannelHandle::new);
    Substitution<MapHandle> maps = by(MapHandle::name, MapHandle::new);
    Substitution<TaskletHandle> tasklets = by(job::handleTravels, TaskletHandle::new);
    return builder
        .substitute(CHANNELS, ChannelHandle.class, channels)
        .substitute(TASKLETS, TaskletHandle.class, tasklets)
        .substitute(SHARED_MAPS, MapHandle.class, maps)
        .numbered(THREAD_LOCALS, TaskletLocal.class, new TaskletLocalCodec())
        .numbered(STATIC_FIELDS, Statics.FieldState.class, new FieldStateCodec());
  }

  private static <T, N> Substitution<T> by(Function<T, N> name, Function<N, T> find) {
    return new Substitution<>() {
      @Override
      public Object replace(T value) {
        return name.apply(value);
      }

      @Override
      @SuppressWarnings("unchecked") // It is what replace has given.
      public T resolve(Object travelled) {
        return find.apply((N) travelled);
      }
    };
  }

  private static @Nullable Object lambda(
      LambdaFacts facts, @Nullable Object[] captured, ClassLoader loader) {
    String name =
        LambdaNames.nameOf(
            facts.capturingClass(),
            facts.functionalInterface(),
            facts.method(),
            facts.methodDescriptor(),
            facts.implementationKind(),
            facts.implementationOwner(),
            facts.implementationName(),
            facts.implementationDescriptor(),
            facts.instantiatedDescriptor());
    try {
      Class<?> type = loader.loadClass(name.replace('/', '.'));
      var constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      Object instance = constructor.newInstance();
      for (int i = 0; i < captured.length; i++) {
        var field = type.getDeclaredField(LambdaNames.captureField(i));
        field.setAccessible(true);
        field.set(instance, captured[i]);
      }
      return instance;
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }

  private boolean isImmutable(Object value) {
    return codec.isImmutable(value);
  }

  @Override
  public byte[] encode(@Nullable Object value, String label) {
    return codec.encode(value, label);
  }

  @Override
  public byte[] encodeShared(Object value, String label) {
    return clients.encodeIsolated(value, label);
  }

  @Override
  public @Nullable Object decode(byte[] image) {
    boolean fromClient = ImageHeader.read(image).equals(ImageHeader.NONE);
    return (fromClient ? clients : codec).decode(image);
  }

  @Override
  public Object copy(Object value, String label) {
    return codec.copy(value, label);
  }

  @Override
  public boolean canEncode(@Nullable Object value) {
    try {
      codec.encode(value);
      return true;
    } catch (NotSerializableStateException e) {
      return false;
    }
  }

  @Override
  public void requireFits(byte[] image) {
    header.requireSame(ImageHeader.read(image));
  }
}
