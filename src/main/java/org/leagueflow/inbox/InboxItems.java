package org.leagueflow.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.engine.Task;
import org.leagueflow.inbox.InboxItem.State;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Utc;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.SimpleTransactionScope;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The items of all lists, and how many wait for each holder. */
@Repository
class InboxItems {

	/** Stands for "no date" where items are ordered by due date. */
	static final LocalDateTime NO_DUE_DATE = LocalDateTime.of(9999, 12, 31, 0, 0);

	private static final String COLUMNS = "task_id, case_id, case_number, process, process_version, box, name, stage, "
			+ "title, subject_person_id, subject_name, unit_id, unit_path, holder, role, role_unit_id, climbed, "
			+ "task_role, assignee, opened_at, due_at, due_order, state, answered, called, matter";

	private final JdbcClient jdbc;

	private final OpenItemCounts counts;

	/** A bean of that scope would be made and looked over anew in each transaction. */
	private final SimpleTransactionScope transaction = new SimpleTransactionScope();

	InboxItems(JdbcClient jdbc, OpenItemCounts counts) {
		this.jdbc = jdbc;
		this.counts = counts;
	}

	/**
	 * The items that the current transaction has locked, by task, so that it need not
	 * read them again before it ends; without a transaction nothing is locked.
	 */
	@SuppressWarnings("unchecked")
	private Map<String, InboxItem> locked() {
		return TransactionSynchronizationManager.isActualTransactionActive()
				? (Map<String, InboxItem>) this.transaction.get("lockedItems", HashMap::new) : new HashMap<>();
	}

	void open(Task task, CaseCard card, Holder holder, Instant now, Instant due) {
		this.jdbc
			.sql("INSERT INTO inbox_item (" + COLUMNS
					+ ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
			.params(task.id(), card.id().value(), card.number(), card.process(), task.processVersion(), task.box(),
					task.name(), card.stage(), card.title(), card.subjectPersonId(), card.subjectName(), card.unitId(),
					card.unitPath(), holder.key(), holder.role(), holder.unitId(), holder.climbed(), task.role(),
					task.assignee(), Utc.column(now), Utc.column(due), order(due), State.OPEN.name(), false,
					task.process().equals(card.process()) ? null : task.process(), task.matter())
			.update();
		this.counts.add(OpenItemGroup.of(holder.key(), card.process(), card.stage(), card.unitPath(), order(due)), 1);
	}

	/**
	 * Reads the item and keeps others from changing it until this transaction ends: of
	 * two people who act at once, the second waits here and then sees what the first did.
	 */
	Optional<InboxItem> lock(String taskId) {
		Map<String, InboxItem> locked = locked();
		InboxItem held = locked.get(taskId);
		if (held != null) {
			return Optional.of(held);
		}
		Optional<InboxItem> item = this.jdbc.sql("SELECT * FROM inbox_item WHERE task_id = ? FOR UPDATE")
			.param(taskId)
			.query(InboxItems::read)
			.optional();
		item.ifPresent((it) -> locked.put(taskId, it));
		return item;
	}

	Optional<InboxItem> find(String taskId) {
		return this.jdbc.sql("SELECT * FROM inbox_item WHERE task_id = ?")
			.param(taskId)
			.query(InboxItems::read)
			.optional();
	}

	List<InboxItem> openOf(CaseId caseId) {
		return this.jdbc.sql("SELECT * FROM inbox_item WHERE case_id = ? AND state = 'OPEN' ORDER BY id")
			.param(caseId.value())
			.query(InboxItems::read)
			.list();
	}

	List<InboxItem> of(CaseId caseId) {
		return this.jdbc.sql("SELECT * FROM inbox_item WHERE case_id = ? ORDER BY id")
			.param(caseId.value())
			.query(InboxItems::read)
			.list();
	}

	/** The keys of seats at this unit that have open items. */
	List<String> seatsAt(long unitId) {
		return this.jdbc
			.sql("SELECT DISTINCT holder FROM inbox_item WHERE role_unit_id = ? AND state = 'OPEN' ORDER BY holder")
			.param(unitId)
			.query(String.class)
			.list();
	}

	/** Open items of this unit's seats that one person has in hand. */
	List<InboxItem> inHandAt(long unitId) {
		return this.jdbc
			.sql("SELECT * FROM inbox_item WHERE role_unit_id = ? AND state = 'OPEN' AND assignee IS NOT NULL "
					+ "ORDER BY id")
			.param(unitId)
			.query(InboxItems::read)
			.list();
	}

	/** Open items of no seat, such as those of all members, that one has in hand. */
	List<InboxItem> inHandOfParts() {
		return this.jdbc
			.sql("SELECT * FROM inbox_item WHERE state = 'OPEN' AND role_unit_id IS NULL AND role IS NOT NULL "
					+ "AND assignee IS NOT NULL ORDER BY id")
			.query(InboxItems::read)
			.list();
	}

	List<InboxItem> openWith(String holder) {
		return this.jdbc.sql("SELECT * FROM inbox_item WHERE holder = ? AND state = 'OPEN' ORDER BY id")
			.param(holder)
			.query(InboxItems::read)
			.list();
	}

	/** Open items below this path that climbed, because nobody held the role there. */
	List<InboxItem> climbedUnder(String unitPath) {
		return this.jdbc
			.sql("SELECT * FROM inbox_item WHERE state = 'OPEN' AND unit_path LIKE ? AND climbed = TRUE ORDER BY id")
			.param(unitPath + "%")
			.query(InboxItems::read)
			.list();
	}

	/** Units whose seats have open items. */
	List<Long> unitsWithSeats() {
		return this.jdbc
			.sql("SELECT DISTINCT role_unit_id FROM inbox_item WHERE role_unit_id IS NOT NULL AND state = 'OPEN'")
			.query(Long.class)
			.list();
	}

	void handTo(InboxItem item, Holder holder, Long assignee) {
		locked().remove(item.taskId());
		change(item, "holder = ?, role = ?, role_unit_id = ?, climbed = ?, assignee = ?, read_at = NULL", holder.key(),
				holder.role(), holder.unitId(), holder.climbed(), assignee);
		this.counts.add(OpenItemGroup.of(item), -1);
		this.counts.add(OpenItemGroup.of(item).heldBy(holder.key()), 1);
	}

	void settle(InboxItem item, CaseCard card) {
		locked().remove(item.taskId());
		change(item, "unit_id = ?, unit_path = ?", card.unitId(), card.unitPath());
		this.counts.add(OpenItemGroup.of(item), -1);
		this.counts.add(OpenItemGroup.of(item).at(card.unitPath()), 1);
	}

	/**
	 * Gives every item at or below the old path the path that its unit has now. Open ones
	 * are locked first, so that each is counted where it stood and where it goes to.
	 */
	void movePaths(String from, LongFunction<String> paths) {
		locked().clear();
		Map<Long, String> now = new HashMap<>();
		Map<String, List<Long>> moved = new TreeMap<>();
		for (InboxItem item : lockOpenUnder(from)) {
			String to = now.computeIfAbsent(item.unitId(), paths::apply);
			if (!to.equals(item.unitPath())) {
				moved.computeIfAbsent(to, (path) -> new ArrayList<>()).add(item.id());
				this.counts.add(OpenItemGroup.of(item), -1);
				this.counts.add(OpenItemGroup.of(item).at(to), 1);
			}
		}
		moved.forEach((to, ids) -> this.jdbc.sql("UPDATE inbox_item SET unit_path = :to WHERE id IN (:ids)")
			.param("to", to)
			.param("ids", ids)
			.update());
		this.jdbc.sql("SELECT DISTINCT unit_id FROM inbox_item WHERE state <> 'OPEN' AND unit_path LIKE ?")
			.param(from + "%")
			.query(Long.class)
			.list()
			.forEach(
					(unit) -> this.jdbc.sql("UPDATE inbox_item SET unit_path = ? WHERE unit_id = ? AND state <> 'OPEN'")
						.params(now.computeIfAbsent(unit, paths::apply), unit)
						.update());
	}

	private List<InboxItem> lockOpenUnder(String path) {
		return this.jdbc
			.sql("SELECT * FROM inbox_item WHERE state = 'OPEN' AND unit_path LIKE ? ORDER BY id FOR UPDATE")
			.param(path + "%")
			.query(InboxItems::read)
			.list();
	}

	/** Open items of seats, whose units stand at or below the path. */
	List<InboxItem> seatedUnder(String unitPath) {
		return this.jdbc
			.sql("SELECT * FROM inbox_item WHERE state = 'OPEN' AND unit_path LIKE ? AND role_unit_id IS NOT NULL "
					+ "ORDER BY id")
			.param(unitPath + "%")
			.query(InboxItems::read)
			.list();
	}

	void due(InboxItem item, Instant due) {
		if (Objects.equals(item.dueAt(), due)) {
			return;
		}
		locked().remove(item.taskId());
		change(item, "due_at = ?, due_order = ?", Utc.column(due), order(due));
		this.counts.add(OpenItemGroup.of(item), -1);
		this.counts.add(OpenItemGroup.of(item).due(order(due)), 1);
	}

	/**
	 * Changes an open item that is still as it was read, so that it is counted where it
	 * stands.
	 */
	private void change(InboxItem item, String columns, Object... values) {
		List<Object> arguments = new ArrayList<>(Arrays.asList(values));
		arguments.addAll(List.of(item.id(), item.holder(), item.unitPath(), order(item.dueAt())));
		int changed = this.jdbc
			.sql("UPDATE inbox_item SET " + columns
					+ " WHERE id = ? AND state = 'OPEN' AND holder = ? AND unit_path = ? AND due_order = ?")
			.params(arguments)
			.update();
		if (changed == 0) {
			throw new OptimisticLockingFailureException("Somebody else moved item " + item.id());
		}
	}

	/** Open items with a greater id that have no due date, in the order of their ids. */
	List<InboxItem> undated(long afterId, int limit) {
		return this.jdbc
			.sql("SELECT * FROM inbox_item WHERE state = 'OPEN' AND due_order = ? AND id > ? ORDER BY id LIMIT "
					+ limit)
			.params(NO_DUE_DATE, afterId)
			.query(InboxItems::read)
			.list();
	}

	void read(String taskId, Instant now) {
		locked().remove(taskId);
		this.jdbc.sql("UPDATE inbox_item SET read_at = ? WHERE task_id = ? AND read_at IS NULL")
			.params(Utc.column(now), taskId)
			.update();
	}

	/** Closes the item as answered by this person. */
	void answer(InboxItem item, Actor by, Instant now) {
		answer(item, by.personId(), by.name(), now);
	}

	void answer(InboxItem item, long by, String name, Instant now) {
		close(item.closed(true, now, by, name));
	}

	/** Closes the item, which nobody in person answered. */
	void close(InboxItem item, boolean answered, Instant now) {
		close(item.closed(answered, now, null, null));
	}

	private void close(InboxItem closed) {
		this.jdbc
			.sql("UPDATE inbox_item SET state = ?, answered = ?, closed_at = ?, closed_by = ?, closed_by_name = ? "
					+ "WHERE id = ?")
			.params(closed.state().name(), closed.answered(), Utc.column(closed.closedAt()), closed.closedBy(),
					closed.closedByName(), closed.id())
			.update();
		this.counts.add(OpenItemGroup.of(closed), -1);
		locked().computeIfPresent(closed.taskId(), (id, before) -> closed);
	}

	static LocalDateTime order(Instant due) {
		return (due != null) ? Utc.column(due) : NO_DUE_DATE;
	}

	static InboxItem read(ResultSet row, int number) throws SQLException {
		return new InboxItem(row.getLong("id"), row.getString("task_id"), new CaseId(row.getLong("case_id")),
				row.getString("case_number"), row.getString("process"), row.getString("process_version"),
				row.getString("box"), row.getString("name"), row.getString("stage"), row.getString("title"),
				row.getLong("subject_person_id"), row.getString("subject_name"), row.getLong("unit_id"),
				row.getString("unit_path"), row.getString("holder"), row.getString("role"),
				row.getObject("role_unit_id", Long.class), row.getBoolean("climbed"), row.getString("task_role"),
				row.getObject("assignee", Long.class), moment(row, "opened_at"), moment(row, "due_at"),
				moment(row, "read_at"), State.valueOf(row.getString("state")), row.getBoolean("answered"),
				moment(row, "closed_at"), row.getObject("closed_by", Long.class), row.getString("closed_by_name"),
				row.getString("called"), row.getString("matter"));
	}

	private static Instant moment(ResultSet row, String column) throws SQLException {
		return Utc.moment(row.getObject(column, LocalDateTime.class));
	}

}
