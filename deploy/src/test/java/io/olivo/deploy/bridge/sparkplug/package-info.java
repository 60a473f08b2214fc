@NullMarked
package io.olivo.deploy.bridge.sparkplug;

import org.jspecify.annotations.NullMarked;
