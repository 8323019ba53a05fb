/**
 * Plain Java in the place of JDK methods that call back. A job's class loader defines these classes
 * and they are transformed with its program, so that what they call can be unwound. Nothing here
 * may refer to the runtime.
 */
@org.jspecify.annotations.NullMarked
package dev.stint.support;
