/** Tests of a board's installation: in processes that have no other jars than a board. */
@NullMarked
package io.olivo.deploy.installation;

import org.jspecify.annotations.NullMarked;
