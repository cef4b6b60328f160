package org.leagueflow.meeting;

import java.util.List;

/**
 * What came of handing papers out, or taking them back, on one item: by name, in the
 * order in which they were named.
 *
 * @param done whose paper was handed out or taken back
 * @param already who had a paper, or none, before
 * @param voted who has voted by phone and gets no paper any more
 * @param strangers how many were named who have no vote on this item
 */
record Handout(long item, boolean back, List<String> done, List<String> already, List<String> voted, int strangers) {
}
