package dev.stint.conformance;

import dev.stint.spi.TaskletRuntime;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The main class of a JVM that runs programs one after the other, as plain Java, and writes what
 * each shows to {@code NAME.out}, {@code .err} and {@code .status} in the folder given first.
 */
public final class PlainRunner {
  private PlainRunner() {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    PrintStream out = System.out;
    PrintStream err = System.err;
    for (int i = 1; i < args.length; i++) {
      boolean tasklets = args[i].endsWith("+tasklets");
      String name = args[i].replace("+tasklets", "");
      ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
      ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
      System.setIn(new ByteArrayInputStream(new byte[0]));
      System.setOut(new PrintStream(outBytes, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(errBytes, true, StandardCharsets.UTF_8));
      int status = run(Class.forName(Program.PACKAGE + "." + name), tasklets);
      System.setOut(out);
      System.setErr(err);
      Files.write(folder.resolve(name + ".out"), outBytes.toByteArray());
      Files.write(folder.resolve(name + ".err"), errBytes.toByteArray());
      Files.writeString(folder.resolve(name + ".status"), "" + status);
    }
    System.exit(0);
  }

  private static int run(Class<?> type, boolean tasklets) {
    try {
      if (tasklets) {
        OracleRuntime runtime = new OracleRuntime();
        TaskletRuntime.install(() -> runtime);
        runtime.spawn(() -> invokeMain(type)).join();
      } else {
        invokeMain(type);
      }
      return 0;
    } catch (Exception | Error e) {
      System.err.print("Exception in thread \"main\" ");
      e.printStackTrace();
      return 1;
    }
  }

  /** The launcher's choice: a static or instance main, with or without arguments. */
  private static Object invokeMain(Class<?> type) throws Exception {
    Method main = null;
    for (Method method : type.getDeclaredMethods()) {
      if (method.getName().equals("main") && (main == null || method.getParameterCount() == 1)) {
        main = method;
      }
    }
    if (main == null) {
      throw new IllegalStateException("no main method in " + type);
    }
    main.setAccessible(true);
    Object target = null;
    if (!Modifier.isStatic(main.getModifiers())) {
      Constructor<?> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      target = constructor.newInstance();
    }
    Object[] arguments =
        main.getParameterCount() == 0 ? new Object[0] : new Object[] {new String[0]};
    try {
      return main.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw (Error) e.getCause();
    }
  }
}
