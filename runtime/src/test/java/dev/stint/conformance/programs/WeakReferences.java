package dev.stint.conformance.programs;

import java.lang.ref.Reference;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.util.WeakHashMap;

/** Weak and soft references still refer to what is strongly held elsewhere. */
public final class WeakReferences {
  record Payload(String name) {}

  public static void main(String[] args) {
    Payload strong = new Payload("strong");
    WeakReference<Payload> weak = new WeakReference<>(strong);
    SoftReference<Payload> soft = new SoftReference<>(strong);
    WeakReference<Payload> cleared = new WeakReference<>(new Payload("gone"));
    cleared.clear();
    WeakHashMap<Payload, String> map = new WeakHashMap<>();
    map.put(strong, "value");
    int alive = 0;
    for (int i = 0; i < 10; i++) { // frozen here
      alive += weak.get() == strong && soft.get() == strong ? 1 : 0;
    }
    System.out.println(alive + " " + cleared.get() + " " + weak.refersTo(strong));
    for (Payload p : map.keySet()) { // frozen here
      System.out.println(p.name() + map.get(p) + (p == weak.get()));
    }
    Reference.reachabilityFence(strong);
  }
}
