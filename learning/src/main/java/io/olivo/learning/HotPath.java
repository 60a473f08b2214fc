package io.olivo.learning;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs on every tick: allocates nothing, boxes nothing, never blocks, logs or throws. Keeps to
 * basic arithmetic, {@code Math.sqrt} and {@link Elementary}, so that results are the same
 * everywhere.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface HotPath {}
