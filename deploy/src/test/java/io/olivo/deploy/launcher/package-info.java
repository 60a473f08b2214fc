/** Tests of the launcher and of what the build says without a JDK 25. */
@NullMarked
package io.olivo.deploy.launcher;

import org.jspecify.annotations.NullMarked;
