@NullMarked
package io.olivo.deploy.bridge;

import org.jspecify.annotations.NullMarked;
