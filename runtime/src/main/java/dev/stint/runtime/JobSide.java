package dev.stint.runtime;

import dev.stint.Channel;
import dev.stint.Scope;
import dev.stint.Tasklet;
import dev.stint.abi.Ctx;
import dev.stint.transformer.TransformedProgram;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * One class loader of a job, with the codec of its objects. A job has one; under torture it has two
 * that take turns, as if they were two nodes.
 */
final class JobSide {
  private static final String ENTRY = "dev.stint.support.Entry";
  private static final String FAN_OUT = "dev.stint.support.FanOut";
  private static final String SELECTING = "dev.stint.support.Selecting";
  private static final String SCOPE = "dev.stint.support.ForkScope";

  private final JobClassLoader loader;
  private final ObjectPort objects;
  private final ObjectPort rootObjects;
  private final Statics statics;
  private @Nullable MethodHandle entry;

  /**
   * @param objects for values and for tasklets that leave the job's statics where they are
   * @param rootObjects for the root tasklet, which takes the statics along
   */
  JobSide(JobClassLoader loader, ObjectPort objects, ObjectPort rootObjects, Statics statics) {
    this.loader = loader;
    this.objects = objects;
    this.rootObjects = rootObjects;
    this.statics = statics;
  }

  /** The side of one class loader, for which a program has been transformed. */
  static JobSide of(
      ResidentJob job, JobClassLoader loader, String digest, TransformedProgram program) {
    loader.belongTo(job);
    var finals = program.staticFinals();
    Statics statics = new Statics(loader, finals);
    return new JobSide(
        loader,
        new SideObjects(job, loader, digest, sharable -> new StaticIndex(loader, finals, sharable)),
        new SideObjects(job, loader, digest, sharable -> StaticIndex.staying(statics)),
        statics);
  }

  JobClassLoader loader() {
    return loader;
  }

  /** The static fields of the classes of this side. */
  Statics statics() {
    return statics;
  }

  byte[] encode(@Nullable Object value) {
    return objects.encode(value, "value");
  }

  /** As {@link #encode(Object)}; {@code label} is what messages call the value. */
  byte[] encode(@Nullable Object value, String label) {
    return objects.encode(value, label);
  }

  /** What also other jobs may read. */
  byte[] encodeShared(Object value, String label) {
    return objects.encodeShared(value, label);
  }

  @Nullable Object decode(byte[] image) {
    return objects.decode(image);
  }

  /** The image of the root tasklet with the job's statics. */
  byte[] encodeRoot(Object root) {
    return rootObjects.encode(root, "");
  }

  @Nullable Object decodeRoot(byte[] image) {
    return rootObjects.decode(image);
  }

  /** Throws if an image is of other code. */
  void requireFits(byte[] image) {
    rootObjects.requireFits(image);
  }

  /** The static fields of all classes that have been initialised. */
  List<Statics.ClassState> saveStatics() {
    return statics.save(rootObjects::canEncode);
  }

  /** A copy that shares nothing changeable with the original, which messages call {@code label}. */
  Object copy(Object value, String label) {
    return objects.copy(value, label);
  }

  /** Whether the value is immutable and of no class of the job. */
  boolean isForAnySide(Object value) {
    return value instanceof ChannelHandle
        || value instanceof TaskletHandle
        || Immutables.contains(value.getClass());
  }

  /**
   * Calls a body, in its suspendable form if it has one. The body's class is of this side.
   *
   * @return what it returns, meaningless if the context says that it unwinds
   */
  @Nullable Object call(Callable<?> body, Ctx ctx) throws Throwable {
    return (Object) entry().invokeExact(body, ctx);
  }

  /** {@link Tasklet#map} as this side's code calls it, on a thread that waits for the results. */
  List<?> map(Collection<?> items, Tasklet.Function<?, ?> function) {
    try {
      MethodType type = MethodType.methodType(List.class, Collection.class, Tasklet.Function.class);
      return (List<?>) plain(FAN_OUT, "map", type).invokeExact(items, function);
    } catch (Throwable t) {
      throw Sneaky.rethrow(t);
    }
  }

  /** {@link Scope#open} as this side's code calls it. */
  Scope<?> openScope() {
    try {
      return (Scope<?>) plain(SCOPE, "open", MethodType.methodType(Scope.class)).invokeExact();
    } catch (Throwable t) {
      throw Sneaky.rethrow(t);
    }
  }

  /** {@link Channel#select} as this side's code calls it. */
  @Nullable Object select(Channel.Case<?>[] cases) {
    try {
      MethodType type = MethodType.methodType(Object.class, Channel.Case[].class);
      return (Object) plain(SELECTING, "select", type).invokeExact(cases);
    } catch (Throwable t) {
      throw Sneaky.rethrow(t);
    }
  }

  private MethodHandle plain(String type, String name, MethodType signature)
      throws ReflectiveOperationException {
    return MethodHandles.publicLookup().findStatic(loader.loadClass(type), name, signature);
  }

  private synchronized MethodHandle entry() {
    MethodHandle found = entry;
    if (found == null) {
      found = findEntry();
      entry = found;
    }
    return found;
  }

  private MethodHandle findEntry() {
    try {
      Class<?> entry = loader.loadClass(ENTRY);
      MethodHandles.Lookup lookup = MethodHandles.publicLookup();
      try {
        return lookup.findStatic(
            entry, "call", MethodType.methodType(Object.class, Callable.class, Ctx.class));
      } catch (NoSuchMethodException e) {
        // No body of the program can suspend, so there is nothing to hand the context to.
        MethodType plain = MethodType.methodType(Object.class, Callable.class);
        return MethodHandles.dropArguments(lookup.findStatic(entry, "call", plain), 1, Ctx.class);
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the job's class loader lacks its entry point", e);
    }
  }
}
