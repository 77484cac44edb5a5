package io.holdfast.web.guard;

import io.holdfast.access.Role;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The least role that a resource method takes: in the environment its path names as {@code {environment}}, else in the
 * whole fleet. A method without this, and without {@link Open}, is denied to everybody.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {
    /** The role. */
    Role value();
}
