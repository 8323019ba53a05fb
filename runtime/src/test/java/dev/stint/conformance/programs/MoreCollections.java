package dev.stint.conformance.programs;

import java.util.Enumeration;
import java.util.Hashtable;
import java.util.Iterator;
import java.util.Map;
import java.util.Properties;
import java.util.Stack;
import java.util.TreeMap;
import java.util.Vector;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/** Old and concurrent collections and atomics, held by one tasklet and iterated. */
public final class MoreCollections {
  public static void main(String[] args) {
    Vector<Integer> vector = new Vector<>();
    Hashtable<String, Integer> table = new Hashtable<>();
    Stack<String> stack = new Stack<>();
    for (int i = 0; i < 6; i++) { // frozen here
      vector.add(i * i);
      table.put("t" + i, i);
      stack.push("s" + i);
    }
    int sum = 0;
    for (Enumeration<Integer> e = vector.elements(); e.hasMoreElements(); ) { // frozen here
      sum += e.nextElement();
    }
    for (Enumeration<String> e = table.keys(); e.hasMoreElements(); ) { // frozen here
      System.out.print(e.nextElement() + stack.pop() + " ");
    }
    System.out.println(sum + " " + stack.empty());
    ConcurrentHashMap<String, AtomicInteger> counts = new ConcurrentHashMap<>();
    for (String w : "a b a c b a".split(" ")) { // frozen here
      counts.computeIfAbsent(w, k -> new AtomicInteger()).incrementAndGet();
    }
    for (Map.Entry<String, AtomicInteger> e : counts.entrySet()) { // frozen here
      e.getValue().addAndGet(10);
      counts.remove("c");
    }
    System.out.println(new TreeMap<>(counts));
    CopyOnWriteArrayList<String> snapshot = new CopyOnWriteArrayList<>(new String[] {"x", "y"});
    for (String s : snapshot) { // frozen here
      snapshot.add(s + s);
    }
    ConcurrentSkipListMap<Integer, String> skip = new ConcurrentSkipListMap<>();
    ConcurrentLinkedQueue<Integer> queue = new ConcurrentLinkedQueue<>();
    LongAdder adder = new LongAdder();
    AtomicLongArray cells = new AtomicLongArray(3);
    for (int i = 9; i > 0; i -= 2) { // frozen here
      skip.put(i, "v" + i);
      queue.offer(i);
      adder.add(i);
      cells.addAndGet(i % 3, i);
    }
    for (Iterator<Integer> it = skip.keySet().iterator(); it.hasNext(); ) { // frozen here
      if (it.next() == 5) {
        it.remove();
      }
    }
    System.out.println(snapshot + " " + skip + queue.poll() + queue + adder + cells);
    Properties properties = new Properties();
    properties.setProperty("one", "1");
    String key = "held";
    Map<String, Integer> weak = new WeakHashMap<>(Map.of(key, 5));
    for (String name : properties.stringPropertyNames()) { // frozen here
      System.out.println(name + properties.getProperty("none", "default") + weak.get(key));
    }
  }
}
