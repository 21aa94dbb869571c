package uk.vehicleregister.query.stock;

import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface StockRows extends Repository<StockRow, String> {

    /// Of one dealer only, in the order of disposal.
    @Query("""
            from StockRow where dealer = :dealer and disposedAt > :after
            and inTrade and not scrapped and not exported
            order by disposedAt""")
    List<StockRow> inStock(String dealer, long after, Limit limit);
}
