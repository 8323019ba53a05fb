package dev.stint.image;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Exceptions: message, cause, stack trace, suppressed ones, and the fields of a program's class.
 */
final class ThrowableCodec implements ShellCodec<Throwable> {
  private static final int OWN_REFERENCES = 2;

  private final @Nullable FieldLayout layout;
  private final Function<Throwable, StackTraceElement[]> traces;
  private final Constructor<?> constructor;
  private final @Nullable MethodHandle message;
  private final @Nullable MethodHandle cause;

  /**
   * @param traces reads the stack trace that an exception takes along
   */
  ThrowableCodec(
      Class<?> type,
      @Nullable FieldLayout layout,
      Function<Throwable, StackTraceElement[]> traces) {
    this.layout = layout;
    this.traces = traces;
    Class<?> base = ClassKinds.jdkBase(type);
    Class<?> messageBase = baseWithMessage(base);
    constructor = Instances.constructor(type, messageBase, String.class);
    SuperCalls calls = layout == null ? null : new SuperCalls(type, Throwable.class);
    message = calls == null ? null : calls.find("getMessage", String.class);
    cause = calls == null ? null : calls.find("getCause", Throwable.class);
  }

  private static Class<?> baseWithMessage(Class<?> base) {
    Class<?> c = base;
    while (!takesMessage(c)) {
      c = ClassKinds.superclass(c); // Throwable itself does at the latest.
    }
    return c;
  }

  private static boolean takesMessage(Class<?> type) {
    for (Constructor<?> candidate : type.getDeclaredConstructors()) {
      if (Arrays.equals(candidate.getParameterTypes(), new Class<?>[] {String.class})) {
        return true;
      }
    }
    return false;
  }

  /** Whether a JDK exception has no state but what every exception has. */
  static boolean isPlain(Class<?> jdkType) {
    for (Class<?> c = jdkType; c != Throwable.class; c = ClassKinds.superclass(c)) {
      // What a NullPointerException adds is its message, computed late.
      if (c != NullPointerException.class && ClassKinds.hasInstanceFields(c)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void writeShell(Throwable value, ImageOutput out) {
    out.writeRef(message == null ? value.getMessage() : SuperCalls.call(message, value));
  }

  @Override
  public Throwable createShell(ImageInput in, Class<? extends Throwable> type) {
    return (Throwable) Instances.make(constructor, in.readRef());
  }

  @Override
  public void writeContent(Throwable value, ImageOutput out) {
    out.writeRef(cause == null ? value.getCause() : SuperCalls.call(cause, value));
    StackTraceElement[] stack = traces.apply(value);
    out.writeCount(stack.length);
    for (StackTraceElement element : stack) {
      out.writeRef(element);
    }
    Throwable[] suppressed = value.getSuppressed();
    out.writeCount(suppressed.length);
    for (Throwable one : suppressed) {
      out.writeRef(one);
    }
    if (layout != null) {
      layout.write(value, out);
    }
  }

  @Override
  public void fill(Throwable shell, ImageInput in) {
    if (in.readRef() instanceof Throwable known) {
      setCause(shell, known);
    }
    StackTraceElement[] stack = new StackTraceElement[in.readLength(1)];
    for (int i = 0; i < stack.length; i++) {
      stack[i] = in.readRef(StackTraceElement.class);
    }
    shell.setStackTrace(stack);
    int suppressed = in.readLength(1);
    for (int i = 0; i < suppressed; i++) {
      shell.addSuppressed(in.readRef(Throwable.class));
    }
    if (layout != null) {
      layout.fill(shell, in);
    }
  }

  private static void setCause(Throwable shell, Throwable cause) {
    try {
      shell.initCause(cause);
    } catch (IllegalStateException e) {
      // The class gives its cause by itself.
    }
  }

  @Override
  public PathSegment label(Throwable value, int index) {
    return index < OWN_REFERENCES
        ? PathSegment.field(index == 0 ? "message" : "cause")
        : ownLabel(value, index);
  }

  private PathSegment ownLabel(Throwable value, int index) {
    int others = OWN_REFERENCES + traces.apply(value).length + value.getSuppressed().length;
    return layout == null || index < others
        ? PathSegment.field("suppressed")
        : PathSegment.field(layout.referenceName(index - others));
  }
}
