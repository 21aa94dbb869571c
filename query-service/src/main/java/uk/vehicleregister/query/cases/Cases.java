package uk.vehicleregister.query.cases;

import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface Cases extends Repository<CaseRow, Long> {

    List<CaseRow> findByStateAndPositionGreaterThanOrderByPosition(CaseRow.State state, long after, Limit limit);
}
