package main
func (s *Server) Run(ctx context.Context) error { x := map[string]int{"a": 1}; fmt.Println(`raw`, 'x', nil); return nil }
