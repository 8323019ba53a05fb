package dev.stint.benchmarks.programs;

/** Loops over numbers and arrays of them. */
final class NumericKernels {
  private NumericKernels() {}

  static long matrix(int size, int turns) {
    double[][] a = filled(size, 3);
    double[][] b = filled(size, 5);
    double[][] product = new double[size][size];
    for (int turn = 0; turn < turns; turn++) {
      for (int i = 0; i < size; i++) {
        for (int k = 0; k < size; k++) {
          double factor = a[i][k];
          for (int j = 0; j < size; j++) {
            product[i][j] += factor * b[k][j];
          }
        }
      }
    }
    return (long) product[size / 2][size / 3];
  }

  private static double[][] filled(int size, int seed) {
    double[][] all = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        all[i][j] = (i * seed + j) % 17;
      }
    }
    return all;
  }

  static long sieve(int limit, int turns) {
    long primes = 0;
    for (int turn = 0; turn < turns; turn++) {
      primes += sieve(limit);
    }
    return primes;
  }

  private static int sieve(int limit) {
    boolean[] composite = new boolean[limit];
    int primes = 0;
    for (int i = 2; i < limit; i++) {
      if (!composite[i]) {
        primes++;
        for (long j = (long) i * i; j < limit; j += i) {
          composite[(int) j] = true;
        }
      }
    }
    return primes;
  }

  static long mandelbrot(int size) {
    long sum = 0;
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        sum += escape(3.0 * x / size - 2, 2.0 * y / size - 1);
      }
    }
    return sum;
  }

  private static int escape(double cx, double cy) {
    double x = 0;
    double y = 0;
    int turns = 0;
    while (turns < 200 && x * x + y * y < 4) {
      double next = x * x - y * y + cx;
      y = 2 * x * y + cy;
      x = next;
      turns++;
    }
    return turns;
  }

  /** Bodies that attract each other, in steps. */
  static long bodies(int steps) {
    int count = 5;
    double[] x = {0, 1, 2, 3, 4};
    double[] y = {0, 4, 1, 3, 2};
    double[] vx = new double[count];
    double[] vy = new double[count];
    for (int step = 0; step < steps; step++) {
      for (int i = 0; i < count; i++) {
        for (int j = 0; j < count; j++) {
          double dx = x[j] - x[i];
          double dy = y[j] - y[i];
          double pull = 0.001 / (dx * dx + dy * dy + 0.1);
          vx[i] += dx * pull;
          vy[i] += dy * pull;
        }
      }
      for (int i = 0; i < count; i++) {
        x[i] += vx[i] * 0.001;
        y[i] += vy[i] * 0.001;
      }
    }
    return (long) (x[0] * 1000);
  }

  static long collatz(int limit) {
    long longest = 0;
    for (int start = 1; start < limit; start++) {
      long number = start;
      int length = 1;
      while (number != 1) {
        number = (number & 1) == 0 ? number >> 1 : 3 * number + 1;
        length++;
      }
      longest = Math.max(longest, length);
    }
    return longest;
  }

  static long transform(int size, int turns) {
    double[] re = new double[size];
    double[] im = new double[size];
    for (int turn = 0; turn < turns; turn++) {
      for (int i = 0; i < size; i++) {
        re[i] = i % 13;
        im[i] = 0;
      }
      transform(re, im);
    }
    return (long) re[size / 7];
  }

  /** A fast Fourier transform, in place. */
  private static void transform(double[] re, double[] im) {
    int size = re.length;
    for (int length = size; length > 1; length >>= 1) {
      double angle = 2 * Math.PI / length;
      double stepRe = Math.cos(angle);
      double stepIm = Math.sin(angle);
      for (int start = 0; start < size; start += length) {
        butterflies(re, im, start, length / 2, stepRe, stepIm);
      }
    }
  }

  private static void butterflies(
      double[] re, double[] im, int start, int half, double stepRe, double stepIm) {
    double wRe = 1;
    double wIm = 0;
    for (int i = start; i < start + half; i++) {
      double evenRe = re[i];
      double evenIm = im[i];
      double oddRe = re[i + half];
      double oddIm = im[i + half];
      re[i] = evenRe + oddRe;
      im[i] = evenIm + oddIm;
      double dRe = evenRe - oddRe;
      double dIm = evenIm - oddIm;
      re[i + half] = dRe * wRe - dIm * wIm;
      im[i + half] = dRe * wIm + dIm * wRe;
      double next = wRe * stepRe - wIm * stepIm;
      wIm = wRe * stepIm + wIm * stepRe;
      wRe = next;
    }
  }

  static int fib(int n) {
    return n < 2 ? n : fib(n - 1) + fib(n - 2);
  }
}
