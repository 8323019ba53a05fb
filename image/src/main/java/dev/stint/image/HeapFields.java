package dev.stint.image;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.PriorityBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * The array of a heap, in JVMs that open it ({@link JdkOpens}). Elements that have changed since
 * they were added would find other places if they were added anew.
 *
 * @param queue the array
 * @param size how many elements are in it
 */
record HeapFields(JdkField queue, JdkField size) {
  private static final int LEAST_CAPACITY = 11;
  private static final Map<Class<?>, HeapFields> OPEN = open();

  private static Map<Class<?>, HeapFields> open() {
    Map<Class<?>, HeapFields> open = new HashMap<>();
    for (Class<?> type : new Class<?>[] {PriorityQueue.class, PriorityBlockingQueue.class}) {
      try {
        open.put(type, new HeapFields(JdkField.of(type, "queue"), JdkField.of(type, "size")));
      } catch (NotSerializableStateException e) {
        // Its elements are then added anew.
      }
    }
    return open;
  }

  /** Whether the elements of this JDK class can be put where they were. */
  static boolean areOf(Class<?> type) {
    return OPEN.containsKey(type);
  }

  /** Puts elements where they were in an empty heap; false where its fields are not open. */
  static boolean fill(Object heap, @Nullable Object[] elements) {
    Class<?> base =
        heap instanceof PriorityQueue ? PriorityQueue.class : PriorityBlockingQueue.class;
    HeapFields fields = OPEN.get(base);
    if (fields == null) {
      return false;
    }
    for (Object element : elements) {
      if (element == null) {
        throw new ImageFormatException("the image has a heap that holds null");
      }
    }
    int capacity = Math.max(LEAST_CAPACITY, elements.length);
    fields.queue.set(heap, Arrays.copyOf(elements, capacity, Object[].class));
    fields.size.set(heap, elements.length);
    return true;
  }
}
