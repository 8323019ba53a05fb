/** Files: the only place of this module that touches a file system. */
@org.jspecify.annotations.NullMarked
package dev.stint.coordinator.disk;
