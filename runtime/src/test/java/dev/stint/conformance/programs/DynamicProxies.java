package dev.stint.conformance.programs;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/** A java.lang.reflect.Proxy in a local: its handler is pinned, the code around it is not. */
public final class DynamicProxies {
  interface Service {
    int add(int a, int b);

    String name();
  }

  static final class Logging implements InvocationHandler {
    final Service target;
    final List<String> calls = new ArrayList<>();

    Logging(Service target) {
      this.target = target;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] args) throws Throwable {
      int n = 0;
      for (int i = 0; i < 3; i++) { // pinned here
        n += i;
      }
      calls.add(method.getName() + n);
      return method.invoke(target, args);
    }
  }

  static final class Plain implements Service {
    @Override
    public int add(int a, int b) {
      while (b > 0) { // frozen here
        a++;
        b--;
      }
      return a;
    }

    @Override
    public String name() {
      return "plain";
    }
  }

  public static void main(String[] args) {
    Logging log = new Logging(new Plain());
    Service service =
        (Service)
            Proxy.newProxyInstance(
                Service.class.getClassLoader(), new Class<?>[] {Service.class}, log);
    int sum = 0;
    for (int i = 0; i < 4; i++) { // frozen here
      sum += service.add(sum, i) + service.name().length() + log.target.add(i, 2);
    }
    System.out.println(sum + " " + log.calls);
    System.out.println(Proxy.isProxyClass(service.getClass()));
    System.out.println(Proxy.getInvocationHandler(service) == log);
  }
}
