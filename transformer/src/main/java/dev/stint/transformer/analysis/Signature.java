package dev.stint.transformer.analysis;

import java.lang.constant.MethodTypeDesc;

/** A method's name and descriptor: what overriding and lookup go by. */
public record Signature(String name, String descriptor) implements Comparable<Signature> {

  /** Neither a constructor nor a class initializer. */
  public boolean isOrdinary() {
    return !name.startsWith("<");
  }

  /** The descriptor as symbolic types. */
  public MethodTypeDesc type() {
    return MethodTypeDesc.ofDescriptor(descriptor);
  }

  /** Parameter slots, counting long and double twice and leaving the receiver out. */
  public int parameterSlots() {
    int slots = 0;
    for (int at = 1; descriptor.charAt(at) != ')'; at++) {
      char c = descriptor.charAt(at);
      slots += c == 'J' || c == 'D' ? 2 : 1;
      if (c == '[') {
        while (descriptor.charAt(at) == '[') {
          at++;
        }
        c = descriptor.charAt(at);
      }
      if (c == 'L') {
        at = descriptor.indexOf(';', at);
      }
    }
    return slots;
  }

  @Override
  public int compareTo(Signature other) {
    int byName = name.compareTo(other.name);
    return byName != 0 ? byName : descriptor.compareTo(other.descriptor);
  }
}
