package dev.stint.image;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/** Dynamic proxies, by interfaces and handler. */
final class ProxyCodec implements ObjectCodec<Proxy> {
  @Override
  public void write(Proxy value, ImageOutput out) {
    Class<?>[] interfaces = value.getClass().getInterfaces();
    out.writeCount(interfaces.length);
    for (Class<?> type : interfaces) {
      out.writeType(type);
    }
    out.writeRef(Proxy.getInvocationHandler(value));
  }

  @Override
  public Proxy read(ImageInput in, Class<? extends Proxy> type) {
    Class<?>[] interfaces = new Class<?>[in.readLength(1)];
    ClassLoader loader = null;
    for (int i = 0; i < interfaces.length; i++) {
      interfaces[i] = in.readType();
      if (loader == null || !ClassKinds.isJdk(interfaces[i])) {
        loader = interfaces[i].getClassLoader();
      }
    }
    InvocationHandler handler = in.readRef(InvocationHandler.class);
    return (Proxy) Proxy.newProxyInstance(loader, interfaces, handler);
  }

  @Override
  public PathSegment label(Proxy value, int index) {
    return PathSegment.field("handler");
  }
}
