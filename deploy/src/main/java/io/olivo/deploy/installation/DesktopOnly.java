package io.olivo.deploy.installation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Needs the simulator or the embedded broker, which a board's installation has not. The class can
 * be loaded there but not used: go there only after asking {@link Installation}. A test follows all
 * that a board runs and stops at these.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface DesktopOnly {}
