/** Tests of releases: with jars and a Java that are played, but the real launchers and texts. */
@NullMarked
package io.olivo.deploy.pack;

import org.jspecify.annotations.NullMarked;
