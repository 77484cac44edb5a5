package io.holdfast.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A component of a state record that no YAML has a key for: it follows from another resource, or only AWS can tell it.
 * It is an {@link java.util.Optional}, absent in what is declared until the kind fills it in.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface NotWritten {}
