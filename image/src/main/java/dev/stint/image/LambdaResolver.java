package dev.stint.image;

import org.jspecify.annotations.Nullable;

/** Makes the instance of a lambda that another JVM described. */
@FunctionalInterface
public interface LambdaResolver {
  /**
   * @param facts which lambda
   * @param captured the values it captured, in order
   * @param loader the job's class loader
   * @return the instance, or null to let the capturing class make it as Java serialization does
   */
  @Nullable Object resolve(LambdaFacts facts, @Nullable Object[] captured, ClassLoader loader);
}
