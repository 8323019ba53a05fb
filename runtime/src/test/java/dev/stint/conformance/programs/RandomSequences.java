package dev.stint.conformance.programs;

import java.util.Random;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Seeded random generators go on with the very next number. */
public final class RandomSequences {
  static double pi(Random random, int n) {
    int inside = 0;
    for (int i = 0; i < n; i++) { // frozen here
      double x = random.nextDouble();
      double y = random.nextDouble();
      inside += x * x + y * y < 1 ? 1 : 0;
    }
    return 4.0 * inside / n;
  }

  public static void main(String[] args) {
    Random random = new Random(42);
    Random alias = random;
    long mix = 0;
    for (int i = 0; i < 20; i++) { // frozen here
      mix = mix * 31 + random.nextInt(1000) + alias.nextInt();
    }
    System.out.println(mix + " " + pi(random, 100));
    double gauss = 0;
    for (int i = 0; i < 5; i++) { // frozen here
      gauss += random.nextGaussian();
    }
    System.out.println(gauss + " " + random.nextBoolean() + random.nextLong());
    SplittableRandom splittable = new SplittableRandom(7);
    SplittableRandom child = splittable.split();
    long sum = 0;
    for (int i = 0; i < 10; i++) { // frozen here
      sum += splittable.nextInt(100) * 1000L + child.nextInt(100);
    }
    System.out.println(sum);
    RandomGenerator other = RandomGenerator.of("L64X128MixRandom");
    System.out.println(other.nextInt(5, 6));
    byte[] bytes = new byte[4];
    for (int i = 0; i < 3; i++) { // frozen here
      random.nextBytes(bytes);
      System.out.print(bytes[0] + " " + bytes[3] + " ");
    }
    System.out.println();
  }
}
