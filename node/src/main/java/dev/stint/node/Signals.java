package dev.stint.node;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The signals that ask a process to end. A shutdown hook cannot see a second signal, so the JDK's
 * own handler interface is used, by reflection since it has no official name.
 */
final class Signals {
  private static final Logger LOG = LoggerFactory.getLogger(Signals.class);
  private static final List<String> TO_END = List.of("TERM", "INT");

  private Signals() {}

  /** Calls the handler with the signal's name, for example {@code SIGTERM}, each time one comes. */
  static void handle(Consumer<String> handler) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> receiver = Class.forName("sun.misc.SignalHandler");
      for (String name : TO_END) {
        InvocationHandler action =
            (proxy, method, arguments) -> {
              return switch (method.getName()) {
                case "handle" -> {
                  handler.accept("SIG" + name);
                  yield null;
                }
                case "hashCode" -> System.identityHashCode(proxy);
                case "equals" -> arguments != null && proxy == arguments[0];
                default -> "handler of " + name;
              };
            };
        Object proxy =
            Proxy.newProxyInstance(
                Signals.class.getClassLoader(), new Class<?>[] {receiver}, action);
        signal
            .getMethod("handle", signal, receiver)
            .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
      }
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.warn("this JVM does not hand on signals ({}); it ends without a drain", e.toString());
    }
  }
}
