/**
 * What a tasklet's code sees: tasklets, channels, scopes, files and shared maps. No library, Java
 * 17.
 */
@org.jspecify.annotations.NullMarked
package dev.stint;
