package dev.stint.benchmarks.engine;

import dev.stint.abi.Continuation;
import dev.stint.abi.Ctx;
import dev.stint.abi.Frame;
import dev.stint.abi.FrameShape;
import dev.stint.transformer.IntrinsicTable;
import dev.stint.transformer.MethodIntrinsic;
import dev.stint.transformer.Program;
import dev.stint.transformer.ProgramSource;
import dev.stint.transformer.TransformedProgram;
import dev.stint.transformer.Transformer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Transformed code in a continuation of its own: no scheduler, no tasklet. */
public final class BareContinuation {
  private static final String PAUSE = "dev/stint/benchmarks/engine/Pause";
  private static final String PROGRAMS = "dev/stint/benchmarks/programs/";
  private static final String PAUSING = PROGRAMS + "Pausing";

  private final Continuation stack;
  private final Ctx ctx;

  private BareContinuation(Frame start, Ctx ctx) {
    this.stack = new Continuation(start);
    this.ctx = ctx;
  }

  /**
   * Calls of {@code Pausing.method(argument)}, one for each argument, which share a context as
   * tasklets of one carrier do.
   */
  public static BareContinuation[] ofPausing(String method, int... arguments) {
    try {
      Class<?> pausing = new Loader(transformed()).loadClass(PAUSING.replace('/', '.'));
      Method entry = pausing.getMethod(method, int.class, Ctx.class);
      Ctx ctx = new Ctx();
      BareContinuation[] all = new BareContinuation[arguments.length];
      for (int i = 0; i < all.length; i++) {
        all[i] = new BareContinuation(new Start(entry, arguments[i]), ctx);
      }
      return all;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static TransformedProgram transformed() {
    IntrinsicTable pauses =
        new IntrinsicTable(
            List.of(MethodIntrinsic.ofStatic(PAUSE, "pause", "()V", PAUSE, "leave", true)),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    ProgramSource source = BareContinuation::programBytes;
    return Transformer.transform(Program.closure(source, List.of(PAUSING)), pauses);
  }

  private static byte @Nullable [] programBytes(String internalName) {
    if (!internalName.startsWith(PROGRAMS)) {
      return null;
    }
    try (InputStream in =
        BareContinuation.class.getResourceAsStream("/" + internalName + ".class")) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs to the next pause. */
  public boolean run() throws Throwable {
    return stack.run(ctx);
  }

  /** Defines transformed classes as a job's class loader does. */
  private static final class Loader extends ClassLoader {
    private final TransformedProgram program;

    Loader(TransformedProgram program) {
      super(BareContinuation.class.getClassLoader());
      this.program = program;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        byte[] bytes = loaded == null ? program.classBytes(name.replace('.', '/')) : null;
        if (loaded != null) {
          return loaded;
        }
        return bytes == null
            ? super.loadClass(name, resolve)
            : defineClass(name, bytes, 0, bytes.length);
      }
    }
  }

  /** Calls the method; its frames are all that remains once it has paused. */
  private static final class Start extends Frame {
    private final Method method;
    private final int argument;

    Start(Method method, int argument) {
      this.method = method;
      this.argument = argument;
    }

    @Override
    public void resume(Ctx ctx) {
      try {
        method.invoke(null, argument, ctx);
      } catch (InvocationTargetException | IllegalAccessException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public FrameShape shape() {
      return FrameShape.of("Start", "run", "()V", "", 0, "", "");
    }
  }
}
