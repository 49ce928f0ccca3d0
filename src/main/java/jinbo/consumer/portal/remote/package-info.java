/**
 * The portal as a process of its own ({@code serve --portal}): the same pages in a program that has no home, no key and no table, only a login to
 * the database. What a visitor asks goes through a pair of tables that either side reaches by functions of the database alone.
 */
@NamedInterface("portal-remote")
@NullMarked
package jinbo.consumer.portal.remote;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
