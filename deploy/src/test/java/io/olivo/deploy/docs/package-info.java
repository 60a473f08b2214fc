/** Tests of what is written about Olivo: links, and that every page can be found. */
@NullMarked
package io.olivo.deploy.docs;

import org.jspecify.annotations.NullMarked;
