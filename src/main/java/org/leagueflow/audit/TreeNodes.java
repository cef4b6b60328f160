package org.leagueflow.audit;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tree over the record: complete subtrees, and the seals as its leaves. */
@Repository
class TreeNodes implements MerkleTree.Nodes {

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	TreeNodes(JdbcClient jdbc, JdbcTemplate batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	@Override
	public List<byte[]> leaves(long begin, long end) {
		return this.jdbc.sql("SELECT hash FROM audit_seal WHERE seq > ? AND seq <= ? ORDER BY seq")
			.params(begin, end)
			.query((row, number) -> HexFormat.of().parseHex(row.getString(1)))
			.list();
	}

	@Override
	public List<byte[]> subtrees(int level, long begin, long end) {
		return this.jdbc.sql("SELECT hash FROM audit_tree WHERE level = ? AND place >= ? AND place < ? ORDER BY place")
			.params(level, begin, end)
			.query((row, number) -> HexFormat.of().parseHex(row.getString(1)))
			.list();
	}

	/** How many subtrees of the level are stored. */
	long count(int level) {
		return this.jdbc.sql("SELECT COALESCE(MAX(place) + 1, 0) FROM audit_tree WHERE level = ?")
			.param(level)
			.query(Long.class)
			.single();
	}

	void add(int level, long first, List<byte[]> hashes) {
		List<Object[]> rows = new ArrayList<>();
		for (int i = 0; i < hashes.size(); i++) {
			rows.add(new Object[] { level, first + i, HexFormat.of().formatHex(hashes.get(i)) });
		}
		this.batches.batchUpdate("INSERT INTO audit_tree (level, place, hash) VALUES (?, ?, ?)", rows);
	}

}
